/** How surely a capitalised word is a person's given name. `word`: it is also a place, a month or an English word. */
export type NameStrength = 'name' | 'word' | 'product';

// Common given names of many cultures; those that are also words, months, places or products follow.
const names = `
Aimee Amie Amiee Avaneesh Avanish Aoibhe Anaya Arya Bea Bethan Carly Cass Chantelle Dinah Dulce Effie Elsie Ewelina Fay Gabby
Gaby Gracie Hollie Ishan Izzy Jaya Jonny Kamran Karthikeyan Keisha Kieron Lexi Lola Lottie Manu Mansi Meg Mehreen Millie Minal
Mollie Nell Nimesh Nisha Nitesh Olu Pippa Poonam Prateek Pritesh Rakesh Reema Ricki Ritu Rohini Roshan Roz Ruchi Samar
Sanjana Shaheen Shiv Sonny Sush Tasha Tejas Tilly Trish Vaibhav Vibha Vicki Winnie Yuvi Zaid Zain Zainab Ziggy
Aaron Abby Abdul Abdullah Abel Abhijit Abhishek Abigail Abraham Adam Adele Adeline Adil Aditya Adnan Adrian Adriana
Adrien Agata Agnes Agnieszka Ahmad Ahmed Aidan Aiden Aileen Aisha Aishwarya Ajay Akash Akhil Akira Akshay Alan Alana
Alastair Albert Alberto Alejandra Alejandro Aleksander Aleksandr Aleksandra Aleksei Alena Alessandra Alessandro
Alessia Alex Alexander Alexandra Alexandre Alexandru Alexei Alexey Alexis Alfonso Alfredo Ali Alicia Alina Alison
Alistair Allan Allen Allison Allyson Alvaro Alvin Alyssa Amanda Amandine Amar Amelia Amina Amir Amit Amrita Amy Ana
Anais Anastasia Anders Andre Andrea Andreas Andrei Andres Andrew Andrey Andrzej Andy Angela Angelica Angelo Angus Anil
Anita Anja Anjali Anke Ankit Ankita Ankur Ann Anna Annabel Anne Annette Annie Annika Anouk Anthony Antoine Anton
Antonella Antonia Antonio Anu Anuj Anup Anurag Anya Aparna Apoorva Archie Ariana Arjun Arman Armand Armando Arnaud
Arnav Arne Arnold Aron Arthur Artem Artur Arturo Arun Arvind Asha Ashish Ashley Ashok Ashton Ashwin Astrid Atul Audrey
Augustin Augusto Aurelie Aurelien Avery Avinash Axel Ayaan Ayesha Ayush Barbara Barnaby Barry Bart Bartosz Bastian
Bastien Beatrice Beatriz Becky Belinda Ben Benedict Benedikt Benjamin Benoit Bernadette Bernard Bernardo Bernd
Bernhard Bert Bertrand Beth Bethany Betty Beverly Bharat Bhavesh Bhavna Bianca Birgit Bjorn Björn Blake Blanca Bogdan
Boris Brad Bradley Brandon Brayden Brenda Brendan Brenna Brent Brett Brian Brianna Bridget Brigitte Brooke Bruce Bruna
Bruno Bryan Bryce Brynn Brittany Burak Caitlin Caleb Callum Calvin Cameron Camila Camilla Camille Candace Candice
Carina Carl Carla Carles Carlo Carlos Carly Carmen Carol Caroline Carolyn Carrie Carsten Caspar Casper Cassie Catalina
Caterina Catherine Cathy Catriona Cecile Cecilia Cecily Cedric Celia Celine Cemal Cesar Chandan Chandra Chantal
Charles Charlie Chen Cheryl Chiara Chinedu Chloe Chris Christa Christian Christiane Christina Christine Christof
Christoph Christophe Christopher Chukwudi Ciara Claire Clara Clarence Clarissa Claudia Claudio Clement Clemens Clive
Colette Colin Colleen Connie Connor Conor Conrad Constance Constantin Corey Corina Corinna Corinne Cornelia Cory
Cosmin Courtney Craig Cristian Cristiano Cristina Curtis Cynthia Cyril Daan Damian Damien Damon Dan Dana Daniel
Daniela Daniele Danielle Danilo Danny Daphne Daria Dario Darius Dariusz Darragh Darrell Darren Darryl Dave David
Davide Dawid Dean Deb Debbie Deborah Declan Deepa Deepak Deepika Deirdre Delphine Denis Denise Dennis Denys Derek
Derrick Desmond Devon Dhruv Diana Diane Didier Diego Dieter Dilip Dimitri Dimitris Dinesh Dipak Dirk Divya Dmitri
Dmitriy Dmitry Dominic Dominik Dominika Dominique Don Donald Donna Dora Doris Dorothy Doug Douglas Duncan Dustin
Dwayne Dylan Eamon Eddie Edgar Edith Edmund Eduard Eduardo Edward Edwin Efrain Eileen Ekaterina Elaine Elena Eleni
Eleanor Eli Elias Elif Elijah Elisa Elisabeth Elise Elizabeth Ella Elle Ellen Ellie Elliot Elliott Elodie Eloise Elsa
Elvira Emanuel Emeka Emil Emilia Emilie Emilio Emily Emma Emmanuel Emmanuelle Emre Enrico Enrique Eric Erica Erich
Erik Erika Erin Ernest Ernesto Ernst Erwan Esteban Estelle Esther Ethan Eugene Eugenia Eugenio Eva Evan Evelyn Evgeny
Ewa Ewan Fabian Fabien Fabio Fabrice Fabrizio Faisal Farah Farhan Farid Fatima Federica Federico Felicia Felicity
Felipe Felix Ferdinand Fernanda Fernando Ffion Filip Filippo Finlay Finn Fiona Flavia Flavio Florent Florian Francesca
Francesco Francis Francisca Francisco Franck Franco Francois Françoise François Frank Franz Fraser Fred Freddie
Frederic Frederick Frederik Frédéric Freya Frida Fritz Gabriel Gabriela Gabriele Gabriella Gabrielle Gael Ganesh
Gareth Garry Garth Gary Gaurav Gautam Gavin Gemma Geoff Geoffrey George Georgina Gerald Geraldine Gerard Gerardo
Gerhard Gert Giacomo Gianluca Gianni Gilbert Gilles Gillian Gina Giorgio Giovanna Giovanni Girish Gisela Gita Giulia
Giulio Giuseppe Glen Glenn Gloria Gonzalo Gopal Gordon Graeme Graham Greg Gregor Gregory Greta Grzegorz Guido
Guillaume Guillermo Gunnar Gunther Gustav Gustavo Guy Gwen Gwyneth Habib Hadley Hamid Hamish Hamza Hanna Hannah Hannes
Hans Harald Hari Harini Harish Haroon Harriet Harrison Harry Harsh Harsha Harshit Haruka Haruki Hassan Hayden Hayley
Heather Hector Heidi Heike Heiko Heinrich Heinz Helen Helena Helene Helga Helge Helmut Hendrik Henning Henri Henrik
Henrique Henry Herbert Heribert Herman Hermann Hideo Hilary Himanshu Hiroshi Hiroki Holger Hong Horst Howard Hubert
Hugh Hugo Hussein Iain Ian Ibrahim Ida Ignacio Igor Ikram Ilan Ilaria Ildiko Ilya Iman Imogen Imran Ines Inga Ingo
Ingrid Ioana Ion Irena Irene Irina Isaac Isabel Isabella Isabelle Isaiah Ishaan Ishita Ismail Istvan Ivan Ivana Ivo
Iwona Izabela Jaap Jack Jackie Jacob Jacopo Jacqueline Jacques Jaime Jakob Jakub Jamal James Jamie Jan Jana Jane Janet
Janice Janine Janis Janusz Jaroslav Jarrod Jason Jatin Javier Jay Jayden Jayesh Jean Jeanette Jeanne Jeff Jeffrey
Jelena Jennifer Jenny Jens Jeremy Jermaine Jerome Jerry Jess Jesse Jessica Jessie Jesus Jibran Jill Jim Jimmy Jiri
Jitendra Joachim Joan Joana Joanna Joanne Joao João Joaquin Jochen Jodie Joe Joel Joelle Johan Johann Johanna Johannes
John Johnny Jon Jonas Jonathan Joost Jorge Joris Jose José Josef Josefina Joseph Josephine Josh Joshua Josie Joyce
Juan Juanita Judith Judy Juergen Jules Julian Juliane Julie Julien Juliet Julio Julius Jun Jürgen Justin Justyna Kai
Kailash Kamal Kamil Kamila Karan Karel Karen Karim Karin Karina Karl Karolina Karsten Karthik Kasia Kasper Katarina
Katarzyna Kate Katerina Katharina Katherine Kathleen Kathryn Kathy Katie Katja Katrin Katrina Kaushik Kavita Kavya Kay
Kayla Keiko Keith Kelly Kelsey Kelvin Ken Kendra Kenichi Kenji Kenneth Kenny Kenta Kerry Kevin Khalid Khaled Kieran
Kim Kimberly Kiran Kirill Kirsten Kirsty Kishore Klaus Konrad Konstantin Konstantinos Krista Kristen Kristian Kristin
Kristina Kristine Kristof Kritika Krishna Krzysztof Kumar Kunal Kurt Kyle Lakshmi Lalit Lana Lara Larissa Larry Lars
Latisha Laura Laure Lauren Laurence Laurent Laurie Lavanya Lawrence Lea Leah Leanne Leandro Lech Leena Leif Leigh
Leila Lena Leo Leon Leonard Leonardo Leonie Leonora Leslie Leszek Levi Lewis Liam Lidia Lilian Liliana Linda Lindsay
Lindsey Ling Linus Lionel Lisa Lise Liz Lizzie Ljiljana Lloyd Lois Lola Loic Lorena Lorenzo Loretta Lorna Lorraine Lou
Louis Louisa Louise Luc Luca Lucas Lucia Luciana Luciano Lucie Lucinda Lucy Ludovic Ludwig Luis Luisa Luiz Luka Lukas
Lukasz Łukasz Luke Lydia Lyn Lynda Lynn Lynne Maarten Maciej Madeleine Madeline Madhav Madhu Madhuri Magali Magda
Magdalena Magnus Mahesh Mahmoud Maja Malcolm Malgorzata Małgorzata Malik Mandy Manfred Manish Manisha Manoj Manon
Manuel Manuela Mara Marc Marcel Marcela Marcella Marcelo Marcia Marcin Marco Marcos Marcus Marek Margaret Margarita
Margot Mariana Marianne Marie Marija Marika Marilyn Marina Mario Marion Marisa Marissa Marius Mariusz Marjorie Marko
Markus Marlene Marlon Marta Martha Martin Martina Martine Marty Marvin Mary Maryam Marzena Masahiro Masha Massimo
Mateo Mateus Mateusz Matheus Mathias Mathieu Mathilde Matias Matilda Matt Matteo Matthew Matthias Matthieu Mattias
Maura Maureen Maurice Mauricio Maurizio Maxence Maxim Maxime Maximilian Maya Mayank Meera Megan Meghan Mehdi Mehmet
Mehul Mei Melanie Melinda Melissa Melody Mercedes Meredith Merve Micah Michael Michaela Michal Michał Michel Michela
Michele Michelle Mick Miguel Mihai Mika Mikael Mikhail Mikko Milan Milena Milica Milos Mina Minh Miranda Miriam Mirjam
Mirko Miroslav Misha Mitch Mitchell Mohamed Mohammad Mohammed Mohan Mohit Mona Monica Monika Monique Morgane Morten
Moshe Moritz Muhammad Mukesh Murali Murat Mustafa Myriam Myrtle Nadia Nadine Nadja Naomi Narendra Natalia Natalie
Natasha Nathalie Nathan Nathaniel Naveen Neal Neela Neeraj Neha Neil Nelson Nese Ngozi Nguyen Niall Niamh Nicholas
Nick Nicky Nico Nicola Nicolas Nicole Nicoletta Niels Nigel Nihal Niharika Nikhil Niki Nikita Nikki Nikola Nikolai
Nikolaos Nikolas Nikolay Nils Nina Nino Niraj Nirmala Nishant Nitin Noah Noel Noemi Noor Nora Norbert Norman Nuno
Nuria Obinna Odile Okechukwu Olaf Ole Oleg Oleksandr Olena Olga Oliver Olivia Olivier Ollie Oluwaseun Omar Oona Oren
Oriol Oscar Osama Oskar Osman Owen Pablo Padma Palash Pamela Pankaj Paola Paolo Parker Pascale Patrice Patricia
Patricio Patrick Patrik Patrycja Patti Paul Paula Paulina Pauline Paulo Pavel Pavol Pawel Paweł Pedro Peggy Penelope
Per Percy Peter Petr Petra Petros Phil Philip Philipp Philippa Philippe Phillip Phoebe Phuong Pia Pierre Pieter Pietro
Pilar Piotr Pooja Prabhu Pradeep Prakash Pranav Prashant Prasad Pratik Praveen Preeti Priscilla Priya Priyanka
Przemyslaw Puneet Quentin Rachel Radek Radhika Radoslav Radu Rafael Rafaela Rafal Rafał Raghav Rahul Raj Rajat Rajeev
Rajesh Rajiv Ralf Ralph Ram Rama Ramesh Ramiro Ramon Ramona Ramya Randall Randy Ranjit Raphael Raquel Rashid Rashmi
Raul Ravi Ray Raymond Razvan Rebecca Rebekah Reece Regina Reginald Reiner Reinhard Rekha Remi Rémi Rémy Remy Renata
Renate Rene René Renee Renzo Reza Rhiannon Rhys Riccardo Ricardo Richard Rick Ricky Rikard Rina Rita Ritesh Ritika Rob
Robbie Robert Roberta Roberto Robyn Rodolfo Rodrigo Roger Rohan Rohit Roland Rolf Roman Romain Romina Ron Ronald Ronan
Ronja Ronnie Rory Rosa Rosalind Rosario Rosemary Rosie Ross Rowena Roxana Roxanne Roy Ruben Rudolf Rudy Rui Rupert
Rupesh Russ Russell Rustam Ruth Ryan Saad Sabina Sabine Sabrina Sachin Sadie Saeed Sagar Said Salim Salma Salman
Salvador Salvatore Sam Samantha Samir Samira Samuel Sandeep Sander Sandra Sandro Sandy Sanjay Sanjeev Santiago Sara
Sarah Sarita Sasha Saskia Satish Satoshi Saurabh Savita Sayali Scott Sean Sebastian Sébastien Sebastien Seema Selena
Selina Selma Serena Serge Sergei Sergey Sergio Seth Shabnam Shakti Shane Shanice Shannon Sharad Sharon Shaun Shauna
Shawn Shayla Sheila Shelley Shen Sherry Sheryl Shilpa Shin Shinji Shirley Shivam Shivani Shlomo Shreya Shruti Shubham
Shweta Shyam Sibylle Sid Siddharth Sidney Sigrid Silvia Silvio Simon Simona Simone Sinead Siobhan Slawomir Sneha Sofia
Sofie Solange Soledad Somchai Sonal Sonali Sonia Sonja Sonya Sophia Sophie Soren Søren Sreenivas Srinivas Sriram
Stacey Stacy Stan Stanislav Stanley Stefan Stefania Stefanie Stefano Steffen Stelios Steph Stephan Stephane Stéphane
Stephanie Stephen Steve Steven Stewart Stig Stuart Subhash Sudhir Sue Suhas Sujata Suman Sumit Sunil Sunita Suresh
Susan Susana Susanna Susanne Susie Suzanne Svante Sven Svetlana Swapnil Swati Syed Sylvain Sylvester Sylvia Sylvie
Szymon Tadeusz Takashi Takeshi Tamara Tamas Tamás Tammy Tania Tanja Tanvi Tanya Tara Tariq Tarun Tatiana Tatyana Ted
Teresa Terence Terry Tess Tessa Thaddeus Theo Theodor Theodore Theresa Therese Thiago Thibault Thierry Thijs Thomas
Thorsten Tiago Tibor Tiffany Till Tilman Tim Timo Timothy Tina Tobias Toby Todd Tom Tomas Tomás Tomasz Tomáš Tommaso
Tommy Toni Tony Torben Torsten Tracey Tracy Trent Tresor Trevor Tricia Trisha Tristan Troy Tushar Tyler Udo Ugo Uli
Ulrich Ulrike Uma Umberto Umesh Unai Urs Ursula Usha Usman Ute Uwe Vadim Valentin Valentina Valeria Valerie Valery
Vanessa Varsha Varun Vasco Vasilis Vasily Venkat Venkatesh Vera Verena Veronica Veronika Veronique Vicente Vicki Vicky
Victor Vidya Vignesh Vijay Vikas Vikram Viktor Viktoria Vilma Vinay Vince Vincent Vincenzo Vineet Vinod Vipin Virginie
Vishal Vishnu Vitaly Vitor Vivek Vivian Vivien Vladimir Vladislav Volker Volodymyr Wade Waldemar Walid Wallace Walter
Wanda Warren Waqas Wayne Wei Wendy Werner Wesley Wilfred Wilhelm Willem William Wim Wojciech Wolfgang Xavier Xenia
Xiao Xin Yan Yana Yann Yannick Yasmin Yash Yasin Yasmine Ying Yogesh Yolanda Yoshi Youssef Yu Yuki Yuri Yuriy Yusuf
Yvette Yves Yvonne Zach Zachary Zachery Zahra Zainab Zara Zbigniew Zeynep Zhang Ziad Zoe Zoltan Zuzana Zuzanna Achim
Amara Amadou Ayodele Babak Bilal Bongani Chiamaka Chidi Dagmar Eero Eino Fadi Folake Gunilla Hadi Hideki Ifeanyi
Jamila Jarkko Jesper Juha Jukka Kaori Kwame Lasse Layla Li Mamadou Matti Mikkel Minoru Mariam Naoko Nkechi Olumide
Oyvind Øyvind Pekka Rasmus Sakura Samuli Sanna Seppo Shira Sipho Taro Tero Thandi Tuomas Vidar Ville Wanjiru Yael Yaw
Yohannes Zanele Åsa Ángel Élodie Émilie Étienne Óscar Özgür Ömer Süleyman Şebnem Ayşe Çağrı Jérôme Céline Cécile
Hélène André Andrés Álvaro Sofía Lucía María Martín Raúl Rubén Íñigo Gökhan Günter Günther Käthe Jörg Jörn Bärbel
Sören Štěpán Ondřej Jiří Lukáš Zdeněk Melvin Osvaldo Alec Aubrey Bo Christy Chuck Clifford Clint Darlene Daryl
Dolores Dorian Dwight Earl Elmer Erick Everett Floyd Gail Gene Gerry Gilberto Gwendolyn Ike Irving Ivy Jeannie
Jeremiah Joaquim Jody Jolene Jordi Kendall Kent Kirk Krystal Lance Leroy Lester Lorenz Lyle Mabel Marcy Marge Marla
Mathew Maude Maxine Mindy Monty Morris Myra Nadeem Nanette Ned Neville Nikolaus Norma Orla Padraig Pam Patsy Peyton
Quinn Ralston Rhonda Rodney Roderick Rosalie Sheldon Shelby Sheena Sherman Stefani Sybil Tabitha Tamsin Thelma Trina
Velma Vernon Wilbur Wilma Winifred Winston Zelda Janek Jolanta Ivar Jonah Judah Kaleb Keira Kian Kira Kiera Lachlan
Lila Lorelei Maeve Malte Margit Mikaela Mia Milo Mira Miles Nadiya Nasser Natan Nesrine Nicolai Ola Orlaith Oskari
Pauli Rania Rayan Reem Rosanna Runa Saira Sanne Sigurd Silke Sinan Soumya Svenja Tamar Tobin Tove Tuan Ulf Valter
Vikki Vlad Wael Yara Yosef Zeke Zohar Mike Pete Nancy Drew Reid Spencer Taylor Charlotte Frances Aditi Ananya Anirudh
Arvid Ayan Bijay Chetan Dev Eashan Hemant Inder Jaspreet Kabir Manpreet Nandini Parth Rajan Sahil Tanmay Uday Vimal
Yogi Obi Tunde Segun Femi Kemi Sola Bisi Yemi Adaeze Amaka Kofi Ama Abena Esi Akosua Nana Thabo Lerato Nomsa Themba
Anele Tendai Farai Rudo Mwangi Njeri Achieng Otieno Kiprono Wangari Bekele Abebe Tigist Hyun Jisoo Minjun Seojun Jiwoo
Soo Yuna Haruto Yui Aoi Rin Sota Ren Takumi Ryo Shun Daiki Yuta Hana Akiko Yoko Junko Noriko Thanh Linh Duc Huy Trang
Thuy Lan Nam Putu Wayan Budi Agus Siti Dewi Rizky Indra Eko Joko Arif Nurul Aziz Farida Bahar Cem Deniz Ebru Fatma
Hakan Kemal Nazan Orhan Pinar Selim Tolga Umut Volkan Yavuz Zafer Arash Behnam Cyrus Dariush Farhad Golnaz Hooman
Kaveh Leyla Mahsa Nasrin Omid Parisa Roya Shirin Taraneh Avi Boaz Dov Eitan Gil Hadar Idan Lior Merav Nadav Noam Oded
Omer Ran Ronen Shai Tal Uri Yair Yossi Ziv Aino Antti Eeva Heikki Jaakko Kaisa Lauri Markku Niina Olli Päivi Riikka
Satu Ulla Väinö Agneta Birgitta Eskil Gösta Håkan Ingemar Kjell Lennart Mats Olof Pontus Ragnar Sixten Torbjörn Viggo
Ylva Anneli Bjarne Dag Eirik Frode Geir Hilde Ingeborg Kari Liv Marit Odd Ottar Pål Ragnhild Sissel Tor Unni Aad Bas
Coen Erwin Floris Gijs Henk Ilse Jeroen Kees Lotte Maaike Niek Piet Rens Sjoerd Teun Wouter Adriaan Bram Jelle Koen
Sem Stijn Thijmen Aurel Bogumil Czeslaw Danuta Edyta Franciszek Gosia Halina Ireneusz Jacek Kinga Natasza Olek Patryk
Renia Stanislaw Tomek Urszula Wiktor Zofia Arkadiusz Bartek Dorota Ela Grazyna Hania Iza Jarek Krzysiek Mirek Piotrek
Slawek Tadek Wojtek Zenon Andriy Bohdan Daryna Fedir Halyna Ihor Kateryna Lesya Mykola Nazar Olha Petro Roksolana
Serhiy Taras Vasyl Yaroslav Zoya Anatoly Galina Gennady Larisa Lyudmila Maksim Nadezhda Oksana Pyotr Ruslan Timur
Vyacheslav Yegor Zinaida Arsen Tigran Gevorg Ani Nare Giorgi Levan Beka Ainsley Eilidh Fergus Isla Mhairi Struan Aoife
Cian Dervla Eoin Fionn Grainne Oisin Padraic Roisin Saoirse Tadhg Una Angharad Bethan Carys Elin Gethin Huw Ieuan
Lowri Nerys Owain Rhodri Sian Tegan Wyn Itziar Koldo Leire Maite Nerea Oihane Unax Xabier Bernat Carme Dolors Eulalia
Ferran Jaume Laia Meritxell Neus Pau Quim Roser Sergi Txell Vicenç Xavi Aitor Borja Chema Fermin Hernan Isidro Kiko
Nacho Paco Pepe Rocio Santi Toño Ximena Yago Adelaida Beto Caio Davi Edson Fabiana Heitor Iara Leticia Mauro Nilton
Otavio Priscila Renan Thais Vinicius Wagner Zilda Ludmila Thaís Letícia Vinícius Antônio Flávio Fábio Luís Mário
Sérgio Inês Conceição Gonçalo Tomé Achille Baptiste Clémence Edouard Fabienne Gaëlle Hervé Joëlle Léa Maëlle Nadège
Océane Pascaline Solène Tanguy Ulysse Victoire Yoann Zoé Loïc Maël Aurélie Aurélien Benoît Cédric Chloé Frédérique
Geneviève Joël Mélanie Noémie Raphaël Stéphanie Thérèse Véronique Agnès Anaïs Clément Grégory Jérémy Mickaël Thibaut
Valérie
`;

const words = `
Ace Amber Angel Ash Asia Aspen Autumn Basil Bay Bear Bill Blaine Blaze Brandy Brook Bud Buck Candy Carter Cash Chance
Charity Charm Chase Chelsea Cherry Chin China Chip Clay Cliff Clove Cole Cooper Coral Crystal Dale Dallas Dawn Dash Deacon
Destiny Diamond Duke Easter Eden Faith Fern Flora Florence Forest Forrest Gale Gay Gem Georgia Ginger Glory Grace Grant Hank
Harmony Harper Haven Hazel Heath Herb Holly Honor Hope Houston Hunter India Iris Israel Jackson Jade Jasper Jet Jewel Jordan
Joy June Justice Kit Lane Laurel Lee Liberty Lily Lincoln London Love Lucky Madison Mack Mae Marina Mark Mason Mat Max May
Melody Mercy Merit Milan Misty Morgan Nat Noble Norm Nova Olive Page Paige Paris Pat Patience Pearl Penny Pepper Phoenix Piper
Poppy Porter Precious Prince Prudence Queen Rain Reed Rex Rich River Robin Rock Rocky Roman Rose Rowan Rusty Sandy Savannah
Scout Serenity Skip Sky Skye Skyler Star Stella Sterling Stone Storm Summer Sun Sunny Sydney Tex Tiny Trinity True Tucker
Turner Tyson Viola Violet Virginia Wade Ward Washington Wells West Will Willow Wolf Woody Young Art Austin April August
Victoria Augusta Carolina Orlando Denver Logan Lima Rio Sierra Delta Echo Foxtrot Golf Hotel Romeo Tango Victor Oscar Juliet
Papa Quebec Zulu Kilo Chad Case Link Major Marshall Miller Sage Sawyer Said Ion Per Ram Ross Li Wei Jun Xin Yan Yu Chen Shen
Min Sung An Bo Dong Hui Jing Tan Ling Hong Bao Ha Mai Hai Ming Rama Kumar Singh Jan Guy Ray Gene Earl Miles Gail Kent Lance
Kirk Dean Till Del Val Ida Jesus Mina Mira Lan Nam Rin Ren Ran Tal Gil Dev Dag Odd Tor Liv Bas Sem Soo Ani Una Isla Hana Lars
Pascal Julia Jasmine Hugo Mario Luigi Marvin Dexter Hubert Bert Casper Leo Ivy Ada Ela Pau Obi Sola Nana Cem Lior Dov Pepe
Cyrus Shun Page Kira Lila Tamar Eve Linus Otto Vera Ola Elle Kai Jo
`;

// Products that bear a given name, and the people of examples: only a family name behind it makes a person of them.
const products = `
Alexa Alfred Apollo Athena Atlas Aurora Cassandra Claude Gemini Harbor Hermes Hudson Hugo Jarvis Jenkins Maven Oracle Puppet Ruby Sage
Sherlock Siri Tesla Titan Travis Watson Yara Zelda Zeus Alice Bob Mallory Trent
`;

const listOf = (text: string): readonly string[] =>
  text.split(/\s+/).filter(name => name !== '' && !name.includes('-'));

// The weaker reading wins: precision first.
const strengths: ReadonlyMap<string, NameStrength> = new Map([
  ...listOf(names).map(name => [name.toLowerCase(), 'name'] as const),
  ...listOf(words).map(name => [name.toLowerCase(), 'word'] as const),
  ...listOf(products).map(name => [name.toLowerCase(), 'product'] as const),
]);

/** How surely this word, in any case, is a given name; null when it is none that is known. */
export const givenName = (word: string): NameStrength | null => strengths.get(word.toLowerCase()) ?? null;
